/** Copy of the frame around a workspace's settings. */
export const settingsMessages = {
  navigation: "Settings",
  pages: { general: "General", members: "Members", backups: "Backups" },
} as const;
