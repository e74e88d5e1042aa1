/**
 * Asks the servers of other people whether what the content links to is still there. In goes a directory and what was
 * learnt on earlier days, out come findings and what was learnt today. The only room that opens a connection; no build or
 * check comes here. When to ask whom, how often and how patiently is decided apart from how it is done over HTTP.
 */
@NullMarked
package org.waymark.tool.links;

import org.jspecify.annotations.NullMarked;
