type Header = { key: string; value: string };

/** What goes with every answer, whatever it is. */
export const securityHeaders: readonly Header[] = [
  // For two years, this host and those beneath it are asked for over https alone. A browser that got
  // this over http takes no notice of it.
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  // A link in a mail carries its token in the address: nobody else is told it. Forms that work
  // without scripts need the origin, which `no-referrer` would take from them, too.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: [
      "accelerometer",
      "browsing-topics",
      "camera",
      "display-capture",
      "geolocation",
      "gyroscope",
      "microphone",
      "payment",
      "publickey-credentials-get",
      "usb",
    ]
      .map((feature) => `${feature}=()`)
      .join(", "),
  },
];

/** What an answer that is no page may do when somebody opens it as one: nothing. */
export const dataHeaders: readonly Header[] = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
];
