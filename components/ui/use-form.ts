import { useRef } from "react";
import {
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type UseFormProps,
  type UseFormRegister,
  type UseFormReturn,
  useForm as useHookForm,
} from "react-hook-form";

/**
 * react-hook-form's `useForm`, but that what somebody typed or ticked before the page's script came is kept.
 * As it takes a field in hand, the library puts the default in its place.
 */
export function useForm<Values extends FieldValues, Context = unknown, Parsed = Values>(
  props: UseFormProps<Values, Context, Parsed>,
): UseFormReturn<Values, Context, Parsed> {
  const form = useHookForm<Values, Context, Parsed>(props);
  const inHand = useRef(new WeakSet<Element>());

  const register: UseFormRegister<Values> = (name, options) => {
    const field = form.register(name, options);
    return {
      ...field,
      ref(element: Element | null) {
        const early = element === null || inHand.current.has(element) ? null : earlyAnswer(element);
        field.ref(element);
        if (element !== null) inHand.current.add(element);
        if (early !== null) keep(name, early);
      },
    };
  };
  function keep(name: FieldPath<Values>, answer: string | true) {
    form.setValue(name, answer as FieldPathValue<Values, FieldPath<Values>>, { shouldDirty: true });
  }
  return { ...form, register };
}

/** What differs from how the server wrote the field; of a choice among options nobody can tell. */
function earlyAnswer(element: Element): string | true | null {
  if (element instanceof HTMLTextAreaElement) {
    return element.value === element.defaultValue ? null : element.value;
  }
  if (!(element instanceof HTMLInputElement) || element.type === "file") return null;
  if (element.type === "checkbox" || element.type === "radio") {
    if (!element.checked || element.defaultChecked) return null;
    return element.type === "checkbox" ? true : element.value;
  }
  return element.value === element.defaultValue ? null : element.value;
}
