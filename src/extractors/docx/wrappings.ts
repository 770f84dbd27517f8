/** Elements that only wrap what is shown: choices between two forms of one thing, controls, tracked changes. */

import type { Changes } from "./shown.js";
import { attributeOf, childOf, childrenOf } from "./xml.js";

/** What a choice may require for this reader to take it: shapes and pictures of Word 2010 and later. */
const UNDERSTOOD = /^(?:wps|wpg|wpc|wp14|a14|w14|w15)$/;

/** The child elements that are shown, wrappings taken off, deletions left out. Counts the changes on its way. */
export function shownChildren(element: Element, changes: Changes): Element[] {
  const found: Element[] = [];
  const add = (children: readonly Element[]) => {
    for (const child of children) found.push(child);
  };
  for (const child of childrenOf(element)) {
    switch (child.nodeName) {
      case "mc:AlternateContent":
        add(chosen(child).flatMap((branch) => shownChildren(branch, changes)));
        break;
      case "w:sdt":
        add(childrenOf(child, "w:sdtContent").flatMap((content) => shownChildren(content, changes)));
        break;
      case "w:ins":
        changes.insertions++;
        add(shownChildren(child, changes));
        break;
      case "w:moveTo":
        changes.moves++;
        add(shownChildren(child, changes));
        break;
      case "w:del":
        changes.deletions++;
        break;
      case "w:moveFrom":
        break;
      case "w:customXml":
      case "w:smartTag":
      case "w:dir":
      case "w:bdo":
        add(shownChildren(child, changes));
        break;
      default:
        found.push(child);
    }
  }
  return found;
}

/** The first choice that is understood, else the fallback; never both, for they are two forms of one thing. */
function chosen(alternatives: Element): Element[] {
  const choices = childrenOf(alternatives, "mc:Choice");
  const understood = choices.find((choice) =>
    (attributeOf(choice, "Requires") ?? "").split(/\s+/).every((prefix) => UNDERSTOOD.test(prefix)),
  );
  const branch = understood ?? childOf(alternatives, "mc:Fallback") ?? choices[0];
  return branch === undefined ? [] : [branch];
}
