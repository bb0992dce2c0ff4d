package org.posescope.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: everything that a report of a fault has to say of the program. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(development)");
        return new String[] {
            "posescope " + version + ", Java " + Runtime.version() + ", " + System.getProperty("os.name")
                    + " " + System.getProperty("os.arch")};
    }
}
