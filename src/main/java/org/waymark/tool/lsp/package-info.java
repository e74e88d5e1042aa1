/**
 * The language server for text editors: findings while someone types, completion, hover, navigation and changes.
 * Imports everything up to the root; the only package that uses lsp4j.
 */
@NullMarked
package org.waymark.tool.lsp;

import org.jspecify.annotations.NullMarked;
