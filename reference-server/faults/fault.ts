/** A switch that makes the server break one requirement, so that the suite can be shown to notice. */
export interface Fault<Parts> {
  /** `<protocol>.<rule or parameter>.<short name>`. */
  id: string;
  /** The requirement it breaks. */
  requirement: string;
  /** One sentence: what the broken server does. */
  description: string;
  /** Visible in fewer than one in ten of the cases that are drawn for its requirement. */
  rare?: true;
  /** The parts with one of them replaced; called once, when the server starts. */
  apply(parts: Parts): Parts;
}
