import { settingsMessages } from "./messages/settings-messages";
import { NavLink } from "./nav-link";

/** Every matter of a workspace's settings has a page of its own, and its place here. */
const pages = ["general", "members", "backups"] as const;

/** From one matter of a workspace's settings to the next. */
export function SettingsNav({ slug }: { slug: string }) {
  return (
    <nav
      aria-label={settingsMessages.navigation}
      className="mx-auto flex w-full max-w-3xl shrink-0 flex-wrap gap-1 px-2 pt-4 sm:px-6"
    >
      {pages.map((page) => (
        <NavLink key={page} href={`/${slug}/settings/${page}`}>
          {settingsMessages.pages[page]}
        </NavLink>
      ))}
    </nav>
  );
}
