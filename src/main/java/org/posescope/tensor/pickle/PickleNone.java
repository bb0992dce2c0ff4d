package org.posescope.tensor.pickle;

/** Python's None. */
public enum PickleNone {
    NONE
}
