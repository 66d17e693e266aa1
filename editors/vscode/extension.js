// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Starts the language server. The lens "prove" runs the server's own command,
// which shows the verdict, so that there is nothing more to do here.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = async () => {
  const settings = vscode.workspace.getConfiguration("mpl");
  const server = {
    command: settings.get("server"),
    args: settings.get("arguments"),
  };
  client = new LanguageClient("mpl", "MPL", server, {
    documentSelector: [{ language: "mpl" }],
  });
  await client.start();
};

exports.deactivate = () => client && client.stop();
