package org.posescope.draw;

import org.posescope.draw.raster.Argb;
import org.posescope.draw.raster.Oklab;

/** How colours look, also without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1, linear RGB). */
enum Vision {
    NORMAL {
        @Override
        Oklab see(int argb) {
            return Oklab.of(argb);
        }
    },
    PROTANOPIA {
        @Override
        Oklab see(int argb) {
            return mixed(argb, 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                    1.051998);
        }
    },
    DEUTERANOPIA {
        @Override
        Oklab see(int argb) {
            return mixed(argb, 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                    0.968881);
        }
    };

    abstract Oklab see(int argb);

    private static Oklab mixed(int argb, double... matrix) {
        double[] light = {linear(Argb.red(argb)), linear(Argb.green(argb)), linear(Argb.blue(argb))};
        int[] seen = new int[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = encode(matrix[3 * i] * light[0] + matrix[3 * i + 1] * light[1] + matrix[3 * i + 2] * light[2]);
        }
        return Oklab.of(Argb.opaque(seen[0], seen[1], seen[2]));
    }

    private static double linear(int channel) {
        return Math.pow(channel / 255.0, 2.2);
    }

    private static int encode(double light) {
        return (int) Math.round(255 * Math.pow(Math.clamp(light, 0, 1), 1 / 2.2));
    }
}
