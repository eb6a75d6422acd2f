/** How long a session lasts: of the row, which decides, and of the cookie that names it. */
export const sessionDays = 14;
