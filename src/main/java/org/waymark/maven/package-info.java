/**
 * The commands {@code check} and {@code build} as goals of a Maven plug-in, for those whose build is Maven's. Maven passes a
 * project's folder and options, and gets success or failure. {@code src/main/maven/plugin.xml} describes the goals. Imports
 * {@code cli} only; uses the interface of Maven plug-ins.
 */
@NullMarked
package org.waymark.maven;

import org.jspecify.annotations.NullMarked;
