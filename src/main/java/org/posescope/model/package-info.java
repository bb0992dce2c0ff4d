/** What models there are, where their files come from, and where they lie on this machine. */
package org.posescope.model;
