/** The one place that says which language the interface speaks and which way it runs. */
export const locale = { language: "en-GB", direction: "ltr" } as const;
