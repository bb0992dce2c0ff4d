package org.posescope.model;

/** What is found where the file of a model should lie. */
public enum ModelState {
    /** The file, with the checksum of the card where the card has one. */
    INSTALLED,
    /** Nothing. */
    MISSING,
    /** A file with another checksum. */
    DAMAGED
}
