import { rowSelectionFeature, tableFeatures } from "@tanstack/react-table";

/** What the contact table does beyond showing rows; order and filters are the server's. */
export const contactTableFeatures = tableFeatures({ rowSelectionFeature });
