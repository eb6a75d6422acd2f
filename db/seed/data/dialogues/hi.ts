import { agent, customer, customerReacts, type Dialogue } from "../dialogue";

export const hindi: readonly Dialogue[] = [
  {
    outcome: "order",
    turns: [
      customer("नमस्ते 🙏 क्या {product} मिलेगा?"),
      agent("नमस्ते {name} जी, हाँ। कुल {total}, डिलीवरी सहित।"),
      customer("ठीक है, पता: {address}"),
      agent("धन्यवाद! आपका ऑर्डर {order} कल पहुँच जाएगा।"),
      customerReacts("🙏🏽"),
    ],
  },
  {
    outcome: "talk",
    turns: [customer("मेरा नंबर बदल गया है, अब {phone} पर फ़ोन करें"), agent("जी {name} जी, बदल दिया।")],
  },
];
