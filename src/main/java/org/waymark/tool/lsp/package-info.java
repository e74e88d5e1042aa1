/**
 * The language server for editors: findings while someone types, completion, explanations, places and changes. Imports
 * everything up to the root; alone uses lsp4j.
 */
@NullMarked
package org.waymark.tool.lsp;

import org.jspecify.annotations.NullMarked;
