import { NODE_SHAPES, type NodeShape } from '@tmi/diagram';
import { connectTool } from './connect';
import type { Tool, ToolName } from './drag';
import { panTool } from './pan';
import { placeTool } from './place';
import { selectTool } from './select';

const placing = Object.fromEntries(NODE_SHAPES.map((shape) => [shape, placeTool(shape)])) as Record<
  NodeShape,
  Tool
>;

export const tools: Record<ToolName, Tool> = {
  select: selectTool,
  pan: panTool,
  flow: connectTool,
  ...placing,
};
