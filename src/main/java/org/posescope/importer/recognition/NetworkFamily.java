package org.posescope.importer.recognition;

import java.util.Optional;

/** Networks of one kind of outputs. */
interface NetworkFamily {
    /** What the file is if it is of this family; empty if it is not. */
    Optional<Guess> recognize(FileHeader header, PictureInput picture);
}
