/** Makes int8 models of float ones: what the network sees in the user's pictures, the ranges of its arrays, and what came of it. */
package org.posescope.quantize;
