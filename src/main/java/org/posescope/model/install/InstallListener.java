package org.posescope.model.install;

import java.nio.file.Path;
import java.time.Duration;

import org.posescope.model.ModelCard;
import org.posescope.model.ModelFile;

/** Follows an installation. Every call comes on the thread that installs; what is not overridden is not heard. */
public interface InstallListener {
    /** Another process installs into the same folder; called several times a second until it is done. */
    default void waiting(Path folder, Duration elapsed) {}

    /** The npm client fetches a package, and how much is left is not known; called several times a second. */
    default void fetching(String coordinates, Duration elapsed) {}

    /**
     * The package is here and its files are being cut out.
     *
     * @param bytes of the package that are read
     * @param total of them
     */
    default void reading(String coordinates, long bytes, long total) {}

    /** A model that the package ships in another form is made to run here; {@code step} says what is being done. */
    default void converting(ModelCard card, String step) {}

    /** A model is in place, checked. */
    default void installed(ModelFile file) {}
}
