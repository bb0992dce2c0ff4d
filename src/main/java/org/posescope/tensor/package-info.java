/** Arrays of numbers, and reading them safely from files that other programs wrote. */
package org.posescope.tensor;
