/** Steps to take, in order. */
export function PolicySteps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="grid gap-2 print:block print:space-y-1">
      {steps.map((step, index) => (
        <li key={step} className="grid grid-cols-[1.5rem_1fr] gap-1.5">
          <span aria-hidden="true" className="font-medium text-accent tabular-nums">
            {index + 1}
          </span>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}
