package org.posescope.model.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.posescope.model.ModelCard;
import org.posescope.model.Origin;
import org.posescope.model.Sha256;

/** A model that a package ships as a graph of TensorFlow.js. */
record PackagedGraph(ModelCard card, Origin.NpmGraph origin) {
    /** Empty where the model comes from elsewhere. */
    static Optional<PackagedGraph> of(ModelCard card) {
        return card.origin() instanceof Origin.NpmGraph origin
                ? Optional.of(new PackagedGraph(card, origin))
                : Optional.empty();
    }

    String coordinates() {
        return origin.npmPackage().orElseThrow();
    }

    /**
     * Takes its files out of the package.
     *
     * @return the JSON file, beside which those of the weights lie
     * @throws InstallException when one is missing, or not the one that is meant
     */
    Path unpack(Path tarball, Path folder, InstallListener listener)
            throws IOException, InstallException, InterruptedException {
        List<String> members = origin.files().stream().map(Origin.PackagedFile::path).toList();
        new PackageFiles(origin.name(), origin.version(), members).copy(tarball, folder, listener);
        for (Origin.PackagedFile file : origin.files()) {
            String actual = Sha256.of(folder.resolve(file.path()));
            if (!actual.equals(file.sha256())) {
                throw InstallException.otherContent(file.path(), coordinates(), actual, file.sha256());
            }
        }
        return folder.resolve(members.getFirst());
    }
}
