import { Select } from "@/components/ui/select";

type ContactFilterSelectProps = {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChange: (value: string) => void;
};

/** One choice among few, with its name read out and not shown: what is chosen says enough. */
export function ContactFilterSelect(props: ContactFilterSelectProps) {
  const { label, value, options, onChange } = props;

  return (
    <Select
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="min-h-11 py-2 text-sm"
    >
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </Select>
  );
}
