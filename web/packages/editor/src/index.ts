export * from './camera';
export * from './command';
export { Editor, type EditorOptions, type Snapshot } from './editor';
export { Minimap } from './minimap';
export { mount, type Mounted } from './mount';
export { drawThumbnail } from './thumbnail';
export { connectNodes } from './tool/connect';
export type { ToolName } from './tool/drag';
export { kindOf, nameOfCell, sentence } from './words';
