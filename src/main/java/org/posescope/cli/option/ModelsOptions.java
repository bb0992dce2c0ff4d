package org.posescope.cli.option;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.posescope.model.ModelCatalog;
import org.posescope.model.ModelFolders;
import org.posescope.model.ModelStore;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that says where models lie, mixed into every command that uses models. */
public final class ModelsOptions {
    public static final String NAME = "--models";
    public static final String DESCRIPTION = "Folder with the models, in place of POSESCOPE_MODELS and of the user's data folder.";

    private final ModelCatalog catalog;
    private final Map<String, String> environment;
    private final Properties properties;

    @Option(names = NAME, paramLabel = "DIR", scope = ScopeType.INHERIT, description = DESCRIPTION)
    private Path folder;

    /**
     * @param environment of the process
     * @param properties  of the Java system
     */
    public ModelsOptions(ModelCatalog catalog, Map<String, String> environment, Properties properties) {
        this.catalog = catalog;
        this.environment = environment;
        this.properties = properties;
    }

    /** The models as the options and the environment say, to be asked for after the arguments were parsed. */
    public ModelStore store() {
        return store(Optional.ofNullable(folder));
    }

    /** The models of a folder, else those that the environment says. */
    public ModelStore store(Optional<Path> named) {
        return new ModelStore(catalog, ModelFolders.resolve(named, environment, properties));
    }
}
