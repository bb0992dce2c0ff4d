package org.posescope.model.install;

import java.util.Optional;

import org.posescope.model.ModelCard;
import org.posescope.model.Origin;

/** A model that a package ships. */
record PackagedModel(ModelCard card, Origin.NpmPackage origin) {
    /** Empty where the model comes from elsewhere. */
    static Optional<PackagedModel> of(ModelCard card) {
        return card.origin() instanceof Origin.NpmPackage origin
                ? Optional.of(new PackagedModel(card, origin))
                : Optional.empty();
    }

    String coordinates() {
        return origin.coordinates();
    }

    /** First byte of the model in the package's file. */
    long start() {
        return origin.offset();
    }

    /** Byte after the last one. */
    long end() {
        return origin.offset() + card.bytes();
    }

    /** What someone without npm has to look for in the package, and how to know that it is right. */
    String recipe() {
        boolean asItIs = start() == 0 && origin.path().equals(card.file());
        String range = asItIs ? "" : "bytes " + start() + " to " + (end() - 1) + " of " + origin.path() + ", ";
        return card.file() + " (" + range + "sha256 " + card.sha256().orElseThrow() + ")";
    }
}
