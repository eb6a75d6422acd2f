import { agent, customer, customerReacts, customerSends, type Dialogue } from "../dialogue";

export const spanish: readonly Dialogue[] = [
  {
    outcome: "order",
    turns: [
      customer("¡Buenas! ¿Cuánto cuesta {product}?"),
      agent("Hola, {name}. Son {total} con el envío incluido."),
      customer("Vale, mándamelo a {address}, por favor. Pregunten por mi vecina si no estoy."),
      agent("¡Hecho! Pedido {order}. Llega mañana por la mañana."),
      customerReacts("😍"),
    ],
  },
  {
    outcome: "talk",
    turns: [
      customerSends("voice"),
      agent("Te escuché, {name}: cambiamos la entrega al jueves."),
      customer("Mil gracias, estoy en el hospital con mi hijo y no llego a casa"),
      agent("Que se mejore pronto. Cualquier cosa, por aquí estamos."),
    ],
  },
];
