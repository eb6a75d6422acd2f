/** What a notice or a mark wants to say, before one reads it. Never said by colour alone. */
export type Tone = "neutral" | "accent" | "success" | "warning" | "danger";
