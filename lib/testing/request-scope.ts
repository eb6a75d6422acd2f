import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { createRequestStore } from "next/dist/server/async-storage/request-store";
import { createWorkStore } from "next/dist/server/async-storage/work-store";

/**
 * Does work as Next does a server action or a route: `cookies()`, `headers()` and `refresh()` are Next's own,
 * and what they read is this request's. Whoever uses it has made
 * `AsyncLocalStorage` global before anything of Next was loaded, as Next's server does.
 */
export async function withinRequest<Value>(
  { headers, url }: Pick<Request, "headers" | "url">,
  work: () => Promise<Value>,
): Promise<Value> {
  const { pathname, search } = new URL(url);
  const requestStore = createRequestStore({
    phase: "action",
    headers,
    onUpdateCookies: undefined,
    url: { pathname, search },
    rootParams: {},
    implicitTags: { tags: [], expirationsByCacheKind: new Map() },
    resumeDataCache: null,
    previewProps: undefined,
    isHmrRefresh: false,
    serverComponentsHmrCache: undefined,
    hmrRefreshHash: undefined,
    stagedFallbackParams: null,
  });
  const workStore = createWorkStore({
    page: "/page",
    deploymentId: "",
    buildId: "test",
    previouslyRevalidatedTags: [],
    renderOpts: {
      cacheLifeProfiles: { default: { stale: 0, revalidate: 0, expire: 0 } },
      staticPageGenerationTimeout: 60,
      cacheComponents: false,
      validationLevel: "warning",
      experimental: {
        isRoutePPREnabled: false,
        authInterrupts: false,
        useCacheTimeout: 60,
        durableUseCacheEntries: false,
      },
      waitUntil: undefined,
      onClose: () => {},
      onAfterTaskError: undefined,
    },
  });
  return await workAsyncStorage.run(workStore, () => workUnitAsyncStorage.run(requestStore, work));
}
