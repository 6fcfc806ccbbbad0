export { english, type MessageId } from './catalogue';
export { Phrase, type TextOf, TextProvider, type TextValues, useText } from './text';
