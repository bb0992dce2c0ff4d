package org.posescope.network.architecture;

import java.util.List;
import java.util.Optional;

import org.posescope.network.weights.Naming;
import org.posescope.tensor.NamedTensors;

/** All networks that published weights can be turned into. */
public final class Architectures {
    private final List<Architecture> known = List.of(new Yolox(), new HrNet(), new HigherHrNet(), new Hmr(),
            new SimplePose(Publication.MICROSOFT),
            new SimplePose(Publication.GLUON_CV), new LightweightOpenPose(), new LightweightPose3d());

    /**
     * What weights belong to, told by their names and shapes.
     *
     * @param fileName of the checkpoint, which for some networks tells the size of the input
     */
    public Optional<Blueprint> recognise(NamedTensors weights, String fileName) {
        StateKeys keys = new StateKeys(weights, fileName, Naming.PYTORCH);
        return known.stream().map(architecture -> architecture.recognise(keys)).flatMap(Optional::stream).findFirst();
    }
}
