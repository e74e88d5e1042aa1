package org.waymark.source;

import java.util.Set;

/**
 * The elements and attributes of static SVG (SVG 2, appendices F and G; Filter Effects Module Level 1; CSS Masking
 * Module Level 1). Deliberately missing: scripts, event handlers, animation, {@code foreignObject}, media, and fonts.
 */
final class SvgVocabulary {
    static final Set<String> ELEMENTS = words("""
            a circle clipPath defs desc ellipse g image line linearGradient marker mask path pattern polygon polyline
            radialGradient rect stop style svg switch symbol text textPath title tspan use view
            filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
            feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage
            feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
            """);

    /** Attributes that browsers never parse as CSS, except the {@code aria-} ones. */
    static final Set<String> ATTRIBUTES = words("""
            id class role version baseProfile requiredExtensions requiredFeatures systemLanguage media type
            viewBox preserveAspectRatio x y width height cx cy r rx ry x1 y1 x2 y2 fx fy fr dx dy rotate d points
            pathLength textLength lengthAdjust method side spacing startOffset
            refX refY markerUnits markerWidth markerHeight orient
            gradientUnits spreadMethod offset patternUnits patternContentUnits clipPathUnits maskUnits maskContentUnits
            filterUnits primitiveUnits in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias
            targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
            specularExponent limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ z stdDeviation scale
            xChannelSelector yChannelSelector radius baseFrequency numOctaves seed stitchTiles tableValues slope intercept
            amplitude exponent
            """);

    /** Attributes whose value is CSS (SVG 2, section 6.6, and the transforms). */
    static final Set<String> STYLED = words("""
            style transform gradientTransform patternTransform transform-origin
            alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
            color-interpolation-filters color-rendering direction display dominant-baseline enable-background fill
            fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust
            font-stretch font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical
            image-rendering isolation kerning letter-spacing lighting-color marker marker-end marker-mid marker-start mask
            mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity
            stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
            stroke-width text-anchor text-decoration text-overflow text-rendering unicode-bidi vector-effect visibility
            white-space word-spacing writing-mode
            """);

    private SvgVocabulary() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
