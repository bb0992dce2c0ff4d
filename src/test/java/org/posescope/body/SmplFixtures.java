package org.posescope.body;

import java.nio.file.Path;
import java.util.Map;

import org.posescope.tensor.NdArray;
import org.posescope.tensor.NpzReader;
import org.posescope.testkit.Shared;

/** One synthetic model in the files of several publishers, and what the published code makes of it. */
final class SmplFixtures {
    private SmplFixtures() {}

    static Path file(String name) {
        return Shared.file("fixtures/smpl/" + name);
    }

    static Map<String, NdArray> model() {
        return NpzReader.readAll(file("SMPL_NEUTRAL.npz"));
    }

    static Map<String, NdArray> expected() {
        return NpzReader.readAll(file("smpl_expected.npz"));
    }
}
