import type { FileOwner, FileRef } from "./file-owner";
import type { FilesContext } from "./files-context";
import { requestShelf } from "./request-shelf";
import type { Shelf } from "./shelf";
import { workspaceShelf } from "./workspace-shelf";

export function shelfOf(ctx: FilesContext, owner: FileOwner | FileRef): Shelf {
  return "requestId" in owner ? requestShelf(ctx, owner.requestId) : workspaceShelf(ctx, owner);
}
