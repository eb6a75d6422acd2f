import { agent, agentSends, customer, customerSends, type Dialogue } from "../dialogue";

export const portuguese: readonly Dialogue[] = [
  {
    outcome: "order",
    turns: [
      customer("Oi! Vocês ainda têm {product}?"),
      agent("Temos sim, {name}! Fica {total} com entrega."),
      customer("Ótimo. O endereço é {address}. Pode ser no meu CPF mesmo."),
      agentSends("document", "Pedido {order}"),
      customer("Recebi, obrigada 🌻"),
    ],
  },
  {
    outcome: "talk",
    turns: [
      customer("Bom dia, meu pedido ainda não chegou"),
      customerSends("photo", "o rastreio mostra isso aqui"),
      agent("Bom dia, {name}. O entregador ligou para {phone} e ninguém atendeu."),
      customer("Estava na fisioterapia. Pode tentar de novo às 16h?"),
      agent("Combinado!"),
    ],
  },
];
