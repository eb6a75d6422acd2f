/** Where a shell's links are: a column on a wide screen, a row that scrolls on a narrow one. */
export const shellNavStyle =
  "order-last col-span-2 -mx-4 flex gap-1 overflow-x-auto whitespace-nowrap px-4 pb-2 " +
  "max-sm:[&_svg]:hidden lg:order-none lg:mx-0 lg:flex-col lg:px-0 lg:pb-0";
