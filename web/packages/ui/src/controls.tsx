import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon, type IconName } from './icon';

type ButtonProps = ComponentProps<'button'> & {
  readonly kind?: 'primary' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly large?: boolean;
  readonly wide?: boolean;
};

export function Button({ kind, icon, large, wide, className, children, ...rest }: ButtonProps) {
  const classes = ['button', kind, large && 'large', wide && 'wide', className];
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that shows only its picture; its name is read and shown on hover. */
export function IconButton({
  icon,
  label,
  ...rest
}: Omit<ComponentProps<'button'>, 'children'> & { icon: IconName; label: string }) {
  return (
    <button type="button" className="button quiet icon" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly wrong?: string | undefined;
}

/** Names a control, and ties hint and error to it. */
function useField({ hint, wrong }: FieldProps) {
  const id = useId();
  const described = hint || wrong ? `${id}-hint` : undefined;
  return { id, described, control: { id, 'aria-describedby': described, 'aria-invalid': !!wrong } };
}

function Frame({
  field,
  props,
  children,
}: {
  field: ReturnType<typeof useField>;
  props: FieldProps;
  children: ReactNode;
}) {
  return (
    <div className="field">
      <label htmlFor={field.id}>{props.label}</label>
      {children}
      {field.described && (
        <span id={field.described} className={props.wrong ? 'wrong' : 'hint'}>
          {props.wrong ?? props.hint}
        </span>
      )}
    </div>
  );
}

export function TextField({ label, hint, wrong, ...rest }: FieldProps & ComponentProps<'input'>) {
  const props = { label, hint, wrong };
  const field = useField(props);
  return (
    <Frame field={field} props={props}>
      <input className="input" {...field.control} {...rest} />
    </Frame>
  );
}

export function TextArea({ label, hint, wrong, ...rest }: FieldProps & ComponentProps<'textarea'>) {
  const props = { label, hint, wrong };
  const field = useField(props);
  return (
    <Frame field={field} props={props}>
      <textarea className="input" {...field.control} {...rest} />
    </Frame>
  );
}

export function Select({
  label,
  hint,
  wrong,
  options,
  ...rest
}: FieldProps &
  ComponentProps<'select'> & { options: readonly { value: string; text: string }[] }) {
  const props = { label, hint, wrong };
  const field = useField(props);
  return (
    <Frame field={field} props={props}>
      <select className="input" {...field.control} {...rest}>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}
