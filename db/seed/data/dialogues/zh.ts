import { agent, customer, customerSends, type Dialogue } from "../dialogue";

export const chinese: readonly Dialogue[] = [
  {
    outcome: "order",
    turns: [
      customer("你好，{product} 還有嗎？"),
      agent("{name} 您好，有的！含運費一共 {total}。"),
      customer("好，請送到 {address}，放在管理室就可以"),
      agent("沒問題，訂單 {order} 明天送達 😊"),
    ],
  },
  {
    outcome: "talk",
    turns: [
      customerSends("photo", "收到的時候已經破了"),
      agent("非常抱歉，{name}，我們今天補寄一份給您。"),
      customer("謝謝，請改寄到我公司，電話 {phone}"),
    ],
  },
];
