/** Memory of networks that the Java heap does not see: given back, read from files, held once for several sessions. */
package org.posescope.infer.memory;
