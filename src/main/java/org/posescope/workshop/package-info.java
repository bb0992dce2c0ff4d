/** What is run once on a developer's machine to make what ships. Nothing of the product knows it; it may use all of the product. */
package org.posescope.workshop;
