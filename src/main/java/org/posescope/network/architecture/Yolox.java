package org.posescope.network.architecture;

import java.util.Map;
import java.util.Optional;

import org.posescope.model.InputSpec;
import org.posescope.model.Task;
import org.posescope.network.graph.Graph;
import org.posescope.network.graph.GraphBuilder;
import org.posescope.network.graph.Value;
import org.posescope.network.weights.WeightedLayers;
import org.posescope.network.weights.Weights;

/**
 * YOLOX (Ge et al. 2021, "YOLOX: Exceeding YOLO Series in 2021"): a CSP-Darknet, a pyramid that goes down and up again, and a head
 * that tells classes and boxes apart. StateKeys of github.com/Megvii-BaseDetection/YOLOX, {@code yolox/models/darknet.py},
 * {@code yolo_pafpn.py} and {@code yolo_head.py}. Members differ in width, depth and, for nano, in depthwise convolutions.
 */
final class Yolox implements Architecture {
    /** {@code exps/}: {@code M.eps = 1e-3} for all batch normalizations. */
    private static final double EPSILON = 1e-3;

    private static final int COCO_CLASSES = 80;
    private static final Map<Integer, String> NAMES = Map.of(24, "tiny", 32, "s", 48, "m", 64, "l", 80, "x");
    private static final int SMALL_SIDE = 416;
    private static final int LARGE_SIDE = 640;

    @Override
    public Optional<Blueprint> recognise(StateKeys keys) {
        String stem = "backbone.backbone.stem.conv.conv.weight";
        if (!keys.has(stem, 4) || !keys.has("head.cls_preds.0.weight", 4)
                || keys.side("head.cls_preds.0.weight", 0) != COCO_CLASSES) {
            return Optional.empty();
        }
        int width = keys.side(stem, 0);
        int depth = keys.count("backbone.backbone.dark2.1.m.", ".conv1.conv.weight");
        boolean depthwise = keys.has("backbone.backbone.dark2.0.dconv.conv.weight");
        String name = depthwise ? "nano" : NAMES.getOrDefault(width, "w" + width);
        InputSpec input = Inputs.rawBgr(name.equals("nano") || name.equals("tiny") ? SMALL_SIDE : LARGE_SIDE);
        return Optional.of(new Blueprint("yolox-" + name, "YOLOX-" + name + ", people among the 80 COCO classes",
                Task.PERSON_DETECTION, input, "yolox-decoded", Optional.empty(), "Apache-2.0",
                weights -> build(width, depth, depthwise, input, weights)));
    }

    private static Graph build(int width, int depth, boolean depthwise, InputSpec input, Weights weights) {
        GraphBuilder graph = new GraphBuilder(input.name(), 3, input.height(), input.width());
        YoloxLayers layers = new YoloxLayers(new WeightedLayers(graph, weights, EPSILON), depthwise);
        Features features = pyramid(layers, darknet(layers, width, depth), width, depth);
        new YoloxHead(layers, 4 * width, COCO_CLASSES).outputs(features.fine, features.middle, features.coarse);
        return layers.layers().build();
    }

    /** Feature maps of 1/8, 1/16 and 1/32 of the picture. */
    private record Features(Value fine, Value middle, Value coarse) {}

    private static Features darknet(YoloxLayers layers, int width, int depth) {
        String name = "backbone.backbone.";
        Value x = layers.focus(layers.layers().graph().input());
        x = layers.dense(name + "stem.conv", x, width, 3, 1);
        x = layers.downsampled(name + "dark2.0", x, 2 * width);
        x = layers.csp(name + "dark2.1", x, 2 * width, depth, true);
        Value fine = layers.downsampled(name + "dark3.0", x, 4 * width);
        fine = layers.csp(name + "dark3.1", fine, 4 * width, 3 * depth, true);
        Value middle = layers.downsampled(name + "dark4.0", fine, 8 * width);
        middle = layers.csp(name + "dark4.1", middle, 8 * width, 3 * depth, true);
        Value coarse = layers.downsampled(name + "dark5.0", middle, 16 * width);
        coarse = layers.spatialPyramid(name + "dark5.1", coarse);
        coarse = layers.csp(name + "dark5.2", coarse, 16 * width, depth, false);
        return new Features(fine, middle, coarse);
    }

    private static Features pyramid(YoloxLayers layers, Features seen, int width, int depth) {
        GraphBuilder graph = layers.layers().graph();
        String name = "backbone.";
        Value coarse = layers.dense(name + "lateral_conv0", seen.coarse, 8 * width, 1, 1);
        Value middle = graph.concat(1, graph.nearestUpsample(coarse, 2), seen.middle);
        middle = layers.csp(name + "C3_p4", middle, 8 * width, depth, false);
        middle = layers.dense(name + "reduce_conv1", middle, 4 * width, 1, 1);
        Value fine = graph.concat(1, graph.nearestUpsample(middle, 2), seen.fine);
        fine = layers.csp(name + "C3_p3", fine, 4 * width, depth, false);

        middle = graph.concat(1, layers.downsampled(name + "bu_conv2", fine, 4 * width), middle);
        middle = layers.csp(name + "C3_n3", middle, 8 * width, depth, false);
        coarse = graph.concat(1, layers.downsampled(name + "bu_conv1", middle, 8 * width), coarse);
        coarse = layers.csp(name + "C3_n4", coarse, 16 * width, depth, false);
        return new Features(fine, middle, coarse);
    }
}
