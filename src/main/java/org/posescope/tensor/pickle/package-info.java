/**
 * Python pickles, read as data. A pickle is a program for a small stack machine that may call anything Python can import;
 * here it can call only what its reader was given a stand-in for.
 *
 * <p>Python's values become: None {@link org.posescope.tensor.pickle.PickleNone}, bool Boolean, int Long or, beyond 64 bits,
 * BigInteger, float Double, str String, bytes and Python 2's str a read-only ByteBuffer over the pickle itself, and the
 * containers {@link org.posescope.tensor.pickle.PickleTuple}, {@link org.posescope.tensor.pickle.PickleList},
 * {@link org.posescope.tensor.pickle.PickleSet} and {@link org.posescope.tensor.pickle.PickleDict}. A container may hold
 * itself or hold another a billion times over by reference, so containers compare by identity and print without their
 * content.
 */
package org.posescope.tensor.pickle;
