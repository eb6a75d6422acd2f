/** What we use of it. */
declare module "autocannon" {
  export type RawRequest = {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string | Buffer;
  };
  export type Options = {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    requests: readonly (RawRequest & { setupRequest?: (request: RawRequest) => RawRequest })[];
  };
  export type Result = {
    duration: number;
    "2xx": number;
    non2xx: number;
    errors: number;
    requests: { total: number };
    latency: { p50: number; p99: number };
  };
  export default function autocannon(options: Options): Promise<Result>;
}
