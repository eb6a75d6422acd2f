import { addCommonQuestions } from "./generators/ai";
import { addAutomations } from "./generators/automations";
import { addInvoices } from "./generators/billing";
import { addCampaigns } from "./generators/campaigns";
import { addChannels } from "./generators/channels";
import { addFormerCustomers } from "./generators/consent";
import { addContactVocabulary } from "./generators/contact-vocabulary";
import { addIntegrations } from "./generators/integrations";
import { addInvitation } from "./generators/invitations";
import { addOpeningAudit } from "./generators/traces";
import type { Scene } from "./scene";

/** Sets a workspace up as its owner did before the first customer wrote. */
export async function furnishWorkspace(scene: Scene): Promise<void> {
  await addChannels(scene);
  await addIntegrations(scene);
  addContactVocabulary(scene);
  addCampaigns(scene);
  addAutomations(scene);
  addCommonQuestions(scene);
  addFormerCustomers(scene);
  addInvoices(scene);
  addInvitation(scene);
  addOpeningAudit(scene);
}
