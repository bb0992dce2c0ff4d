package org.posescope.network.architecture;

import java.util.ArrayList;
import java.util.List;

import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.WeightedLayers;

/**
 * HRNet up to its heads (Sun et al. 2019, "Deep High-Resolution Representation Learning for Human Pose Estimation"): branches of 1/4,
 * 1/8, 1/16 and 1/32 of the picture side by side that exchange what they see. StateKeys of
 * github.com/leoxiaobin/deep-high-resolution-net.pytorch, {@code lib/models/pose_hrnet.py}.
 *
 * @param width   channels of the first branch; each further one has twice as many
 * @param modules of the stages 2 to 4
 */
record HrNetTrunk(int width, List<Integer> modules) {
    private static final int STEM = 64;
    private static final int STEM_BLOCKS = 4;
    private static final int STAGES = 4;
    private static final int BLOCKS = 4;

    static boolean isIn(StateKeys keys) {
        return keys.has("transition1.0.0.weight", 4) && keys.has("stage4.0.branches.3.0.conv1.weight");
    }

    /** The trunk that the weights hold. */
    static HrNetTrunk of(StateKeys keys) {
        List<Integer> modules = new ArrayList<>();
        for (int stage = 2; stage <= STAGES; stage++) {
            modules.add(keys.count("stage" + stage + ".", ".branches.0.0.conv1.weight"));
        }
        return new HrNetTrunk(keys.side("transition1.0.0.weight", 0), modules);
    }

    /** Adds it behind the graph's input; what comes out is the first branch, a quarter of the picture's height and width. */
    Value build(WeightedLayers layers) {
        Branching branching = new Branching(layers, width);
        List<Value> branches = List.of(branching.stem());
        for (int stage = 2; stage <= STAGES; stage++) {
            branches = branching.transition("transition" + (stage - 1), branches);
            int last = modules.get(stage - 2) - 1;
            for (int module = 0; module <= last; module++) {
                // Nobody reads what the lower branches would get from the very last exchange.
                int kept = stage == STAGES && module == last ? 1 : stage;
                branches = branching.module("stage" + stage + "." + module, branches, kept);
            }
        }
        return branches.getFirst();
    }

    /** One trunk on its way. */
    private record Branching(WeightedLayers layers, int width) {
        Value stem() {
            Value x = graph().relu(layers.convolution("conv1", "bn1", graph().input(), STEM, 3, 2));
            x = graph().relu(layers.convolution("conv2", "bn2", x, STEM, 3, 2));
            for (int block = 0; block < STEM_BLOCKS; block++) {
                x = ResNet.bottleneck(layers, "layer1." + block, x, STEM, 1);
            }
            return x;
        }

        /** Brings each branch to its width and begins one of half the size from the last. */
        List<Value> transition(String name, List<Value> branches) {
            List<Value> next = new ArrayList<>();
            for (int branch = 0; branch < branches.size(); branch++) {
                Value x = branches.get(branch);
                next.add(x.channels() == width(branch) ? x : convRelu(name + "." + branch, x, width(branch), 1));
            }
            int added = branches.size();
            next.add(convRelu(name + "." + added + ".0", branches.getLast(), width(added), 2));
            return next;
        }

        List<Value> module(String name, List<Value> branches, int kept) {
            List<Value> deepened = new ArrayList<>();
            for (int branch = 0; branch < branches.size(); branch++) {
                Value x = branches.get(branch);
                for (int block = 0; block < BLOCKS; block++) {
                    x = ResNet.basic(layers, name + ".branches." + branch + "." + block, x, width(branch), 1);
                }
                deepened.add(x);
            }
            List<Value> fused = new ArrayList<>();
            for (int target = 0; target < kept; target++) {
                fused.add(fuse(name + ".fuse_layers." + target, deepened, target));
            }
            return fused;
        }

        /** The sum of all branches, brought to the size of one of them. */
        private Value fuse(String name, List<Value> branches, int target) {
            Value sum = resized(name + ".0", branches.getFirst(), 0, target);
            for (int source = 1; source < branches.size(); source++) {
                sum = graph().add(sum, resized(name + "." + source, branches.get(source), source, target));
            }
            return graph().relu(sum);
        }

        private Value resized(String name, Value x, int source, int target) {
            if (source == target) {
                return x;
            }
            if (source > target) {
                Value narrowed = layers.convolution(name + ".0", name + ".1", x, width(target), 1, 1);
                return graph().nearestUpsample(narrowed, 1 << (source - target));
            }
            Value y = x;
            int last = target - source - 1;
            for (int step = 0; step < last; step++) {
                y = convRelu(name + "." + step, y, width(source), 2);
            }
            return layers.convolution(name + "." + last + ".0", name + "." + last + ".1", y, width(target), 3, 2);
        }

        private Value convRelu(String name, Value x, int channels, int stride) {
            return graph().relu(layers.convolution(name + ".0", name + ".1", x, channels, 3, stride));
        }

        private int width(int branch) {
            return width << branch;
        }

        private GraphBuilder graph() {
            return layers.graph();
        }
    }
}
