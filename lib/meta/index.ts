/** Meta's signed callbacks: reading them, and making them as Meta does. */
export { answerIdList } from "./answer-id-list";
export { createSignedRequest } from "./create-signed-request";
export { readFormBody } from "./read-form-body";
export {
  readSignedRequest,
  type SignedRequest,
  type SignedRequestFault,
} from "./read-signed-request";
