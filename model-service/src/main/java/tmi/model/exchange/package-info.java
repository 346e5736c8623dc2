/// A diagram for other tools, without how it is drawn: `GET …/diagrams/{id}/model` as JSON, YAML or
/// GraphML (contract `diagram-model.md` section 9). Reads through the rooms threatmodel and
/// diagram.
package tmi.model.exchange;
