/** Commands that a developer runs once: they make the body and the demo clip that ship. */
package org.posescope.workshop.command;
