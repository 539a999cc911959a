-- CreateTable
CREATE TABLE "Category" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEnglish" TEXT NOT NULL,
    "groupName" TEXT,
    "position" INTEGER NOT NULL,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- The categories that stood in the code and in the catalogues.
INSERT INTO "Category" ("id", "name", "nameEnglish", "groupName", "position") VALUES
  ('roads-traffic', '道路交通', 'Roads and traffic', 'city-management', 10),
  ('environment', '环境卫生', 'Environment', 'city-management', 20),
  ('housing', '住房物业', 'Housing', 'city-management', 30),
  ('elderly-care', '养老助老', 'Elderly care', 'public-services', 40),
  ('children-schools', '儿童与学校', 'Children and schools', 'public-services', 50),
  ('health', '健康医疗', 'Health', 'public-services', 60),
  ('culture-sports', '文化体育', 'Culture and sports', 'public-services', 70),
  ('safety', '公共安全', 'Public safety', 'order-and-trade', 80),
  ('greening', '绿化公园', 'Parks and greening', 'city-management', 90),
  ('facilities', '公共设施', 'Public facilities', 'city-management', 100),
  ('commerce', '便民商业', 'Local services', 'order-and-trade', 110),
  ('other', '其他', 'Other', NULL, 120);
